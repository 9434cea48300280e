package dev.gregor.bench;

import java.io.IOException;

/** A group of figures that are taken together, and can be asked for by name. */
interface Measure {
    void run(Lab lab) throws IOException, InterruptedException;
}
