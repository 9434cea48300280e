package dev.gregor.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** A failure's words. Java's own for the usual failures of files are the path alone. */
public final class FailureText {
    private FailureText() {}

    /** What a user is told. */
    public static String of(Throwable failure) {
        var message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder: " + message;
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied: " + message;
        }
        return failure instanceof FileAlreadyExistsException ? "it is there already: " + message : message;
    }
}
