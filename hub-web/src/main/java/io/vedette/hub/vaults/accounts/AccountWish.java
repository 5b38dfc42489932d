package io.vedette.hub.vaults.accounts;

import io.vedette.hub.tenancy.Name;

/** An account that somebody wants: name and kind stay as they are. */
public record AccountWish(Name name, AccountKind kind, AccountTerms terms) {}
