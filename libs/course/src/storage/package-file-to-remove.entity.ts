import { Entity, PrimaryColumn } from 'typeorm';

/** A file of a version that was deleted: removed from the store unless another version has it by then. */
@Entity({ name: 'package_file_to_remove' })
export class PackageFileToRemoveEntity {
  @PrimaryColumn('bytea')
  sha256: Buffer;
}
