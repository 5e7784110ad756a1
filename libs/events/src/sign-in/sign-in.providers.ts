import { PrintedSignInSheets } from './printed-sign-in-sheets';
import { SignInFactsQueries } from './sign-in-facts.queries';
import { SignInSheets } from './sign-in-sheets.service';

/** What the website and the worker use. */
export const signInServices = [PrintedSignInSheets, SignInSheets];

export const signInProviders = [...signInServices, SignInFactsQueries];
