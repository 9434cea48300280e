package dev.gregor.broker.api;

/** What a handler's stage may be as well, if its answer and its request live on their own. Called on the event loop. */
public interface PendingAnswer {
    /** The connection is gone: nobody waits for the answer any more, and what it would have carried may be let go. */
    void abandon();

    /**
     * Runs {@code release} once, on any thread, when the request's buffers are no longer looked at: at once, or later than
     * the answer.
     */
    void whenRequestIsFree(Runnable release);
}
