package dev.gregor.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A command's output on its way to the screen: held back at first, so that what turns out longer than the screen can be
 * paged, and let through once the command takes its time, says so itself, or has written much. Thread-safe: the command
 * writes, the console decides.
 */
final class Held extends OutputStream {
    /** Past this a command is worth watching while it runs. */
    private static final long HOLD_MS = 400;

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final OutputStream screen;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long firstMs;
    private boolean through;
    private boolean cut;

    Held(OutputStream screen) {
        this.screen = screen;
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (cut || length == 0) {
            return;
        }
        if (!through) {
            firstMs = held.size() == 0 ? System.currentTimeMillis() : firstMs;
            held.write(bytes, from, length);
            if (held.size() > MOST_BYTES) {
                letThrough();
            }
            return;
        }
        screen.write(bytes, from, length);
        screen.flush();
    }

    /** Lets everything through from now on when the first of it has waited long enough. */
    synchronized void onTick(long nowMs) throws IOException {
        if (!through && held.size() > 0 && nowMs - firstMs > HOLD_MS) {
            letThrough();
        }
    }

    /** Lets everything through from now on. */
    synchronized void letThrough() throws IOException {
        if (!through && !cut) {
            through = true;
            held.writeTo(screen);
            held.reset();
            screen.flush();
        }
    }

    /** What was held back to the end; from now on everything is dropped. */
    synchronized byte[] end() {
        cut = true;
        return held.toByteArray();
    }
}
