// A sign-in that was finished in another tab goes on here by itself; Keycloak's own module does the watching.
import { checkAuthSession, startSessionPolling } from "./authChecker.js";

const told = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

const elsewhere = told("signed-in-elsewhere");
if (elsewhere) startSessionPolling(elsewhere);

const session = told("sign-in-session");
if (session) checkAuthSession(session);
