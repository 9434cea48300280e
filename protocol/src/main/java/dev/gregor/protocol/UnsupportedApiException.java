package dev.gregor.protocol;

/** The broker serves no version of the API that this client knows; callers with an older way to ask fall back on it. */
public final class UnsupportedApiException extends ClusterException {
    private static final long serialVersionUID = 1L;

    UnsupportedApiException(String message) {
        super(message);
    }
}
