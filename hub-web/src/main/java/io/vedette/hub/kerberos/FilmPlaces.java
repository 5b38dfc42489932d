package io.vedette.hub.kerberos;

import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Who may send a film at this moment: few enough that people, agents of ours and other tenants find threads left, whatever senders and
 * the places where films go do. Any thread.
 */
@Singleton
public class FilmPlaces {
    private final Places places = new Places();
    private final LongSupplier nanos;

    @Inject
    public FilmPlaces() {
        this(System::nanoTime);
    }

    FilmPlaces(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Empty, and nothing was done, when there is no place. */
    <T> Optional<T> within(Admitted in, Supplier<T> work) {
        return places.within(in, work::get);
    }

    /** The same bytes, as long as they come at a pace. */
    InputStream steady(InputStream body) {
        return new SteadyBody(body, nanos);
    }
}
