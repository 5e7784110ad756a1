import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { ProgressModule } from '@induct/progress';
import { actsProviders, actsServices } from './acts/acts.providers';
import { askedServices } from './asked/asked.providers';
import { attachedProviders } from './attached/attached.providers';
import { attendanceProviders } from './attendance/attendance.providers';
import { awardsProviders, awardsServices } from './awards/awards.providers';
import { batchesProviders, batchesServices } from './batches/batches.providers';
import { byHandProviders, byHandServices } from './by-hand/by-hand.providers';
import { certificateProviders, certificateServices } from './certificate/certificate.providers';
import { claimsProviders, claimsServices } from './claims/claims.providers';
import { credentialsProviders, credentialsServices } from './credentials/credentials.providers';
import { groupsServices } from './groups/groups.providers';
import { mandatesProviders, mandatesServices } from './mandates/mandates.providers';
import { marksProviders, marksServices } from './marks/marks.providers';
import { namesProviders, namesServices } from './names/names.providers';
import { picturesServices } from './pictures/pictures.providers';
import { printingServices } from './printing/printing.providers';
import { remindersProviders, remindersServices } from './reminders/reminders.providers';
import { requirementsProviders, requirementsServices } from './requirements/requirements.providers';
import { schemesProviders, schemesServices } from './schemes/schemes.providers';
import { secondOfficerProviders } from './second-officer/second-officer.providers';
import { shownServices } from './shown/shown.providers';
import { signatoriesProviders, signatoriesServices } from './signatories/signatories.providers';
import { sittingProviders, sittingServices } from './sitting/sitting.providers';
import { suspensionsProviders, suspensionsServices } from './suspensions/suspensions.providers';
import { templatesProviders, templatesServices } from './templates/templates.providers';
import { welshProviders, welshServices } from './welsh/welsh.providers';
import { withdrawalsProviders, withdrawalsServices } from './withdrawals/withdrawals.providers';

/** Needs the platform and a queue. Each room lists its own. */
@Module({
  imports: [LettersModule, PeopleModule, ProgressModule],
  providers: [
    ...actsProviders,
    ...askedServices,
    ...attachedProviders,
    ...attendanceProviders,
    ...awardsProviders,
    ...batchesProviders,
    ...byHandProviders,
    ...certificateProviders,
    ...claimsProviders,
    ...credentialsProviders,
    ...groupsServices,
    ...mandatesProviders,
    ...marksProviders,
    ...namesProviders,
    ...picturesServices,
    ...printingServices,
    ...remindersProviders,
    ...requirementsProviders,
    ...schemesProviders,
    ...secondOfficerProviders,
    ...shownServices,
    ...signatoriesProviders,
    ...sittingProviders,
    ...suspensionsProviders,
    ...templatesProviders,
    ...welshProviders,
    ...withdrawalsProviders,
  ],
  exports: [
    ...actsServices,
    ...askedServices,
    ...awardsServices,
    ...batchesServices,
    ...byHandServices,
    ...certificateServices,
    ...claimsServices,
    ...credentialsServices,
    ...groupsServices,
    ...mandatesServices,
    ...marksServices,
    ...namesServices,
    ...picturesServices,
    ...printingServices,
    ...remindersServices,
    ...requirementsServices,
    ...schemesServices,
    ...shownServices,
    ...signatoriesServices,
    ...sittingServices,
    ...suspensionsServices,
    ...templatesServices,
    ...welshServices,
    ...withdrawalsServices,
  ],
})
export class AccreditationModule {}
