package io.vedette.agent.upload;

import java.io.InterruptedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Holds uploads to the rate of the moment, all of them together. Whoever waits here holds no lock, and neither the link nor
 * live pictures ever come here. Safe for several threads.
 */
public final class Throttle {
    private final SendRates rates;
    private final BooleanSupplier watched;
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final TokenBucket bucket;

    /**
     * @param watched whether live pictures are sent now; asked before each piece, so it must answer at once
     * @param ticker monotonic nanoseconds
     */
    public Throttle(SendRates rates, BooleanSupplier watched, LongSupplier ticker) {
        this.rates = rates;
        this.watched = watched;
        this.ticker = ticker;
        this.bucket = new TokenBucket(ticker.getAsLong());
    }

    /** Most bytes of the request that begins now. */
    long part(boolean onDemand) {
        return rates.part(rate(onDemand));
    }

    Pace pace(boolean onDemand) {
        return new Pace(onDemand);
    }

    private long rate(boolean onDemand) {
        return rates.now(watched.getAsBoolean(), onDemand);
    }

    /** For the body of one request. */
    final class Pace {
        private final boolean onDemand;
        private boolean over;

        private Pace(boolean onDemand) {
            this.onDemand = onDemand;
        }

        /**
         * Waits until bytes may go, and answers how many.
         *
         * @throws InterruptedIOException when the request was ended
         */
        int next(int most) throws InterruptedIOException {
            lock.lock();
            try {
                while (!over) {
                    long rate = rate(onDemand);
                    int piece = Math.min(most, SendRates.piece(rate));
                    long wait = bucket.take(piece, rate, ticker.getAsLong());
                    if (wait == 0) {
                        return piece;
                    }
                    ended.awaitNanos(wait);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
            throw new InterruptedIOException("the request was ended");
        }

        /** Whoever waits for more is told at once that there is none. */
        void end() {
            lock.lock();
            try {
                over = true;
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
