/** Nobody is signed in, and the route is not for strangers. The filter asks a reader to sign in and a program for credentials. */
export class SignInNeeded extends Error {
  constructor(message = 'Sign in first') {
    super(message);
    this.name = 'SignInNeeded';
  }
}
