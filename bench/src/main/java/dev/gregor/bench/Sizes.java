package dev.gregor.bench;

/**
 * How much is done, the same for both sides.
 *
 * @param pairs counted pairs of each measure
 * @param restartPairs the same of restarts
 * @param megabytes payload of a measured produce load of 1 KB records; of 100 B records two fifths of it
 * @param consumeMegabytes least payload of a measured consume load: its topic is read as often as that takes
 * @param singleSeconds how long single records are sent, after {@code singleWarmUpSeconds}
 * @param idleSeconds how long a broker is left alone before its idle memory is read
 */
record Sizes(
        int pairs,
        int restartPairs,
        int megabytes,
        int consumeMegabytes,
        int singleSeconds,
        int singleWarmUpSeconds,
        int idleSeconds) {

    /** A fifth of a load goes before it, uncounted, on the same producer. */
    static final int WARM_UP_DIVISOR = 5;

    static Sizes full() {
        return new Sizes(5, 3, 500, 1_000, 10, 3, 5);
    }

    static Sizes quick() {
        return new Sizes(2, 1, 200, 400, 4, 2, 3);
    }

    Sizes withPairs(int count) {
        return new Sizes(count, count, megabytes, consumeMegabytes, singleSeconds, singleWarmUpSeconds, idleSeconds);
    }

    int records(LoadCase load) {
        int megabytesOfCase = load.recordBytes() >= 1_000 ? megabytes : megabytes * 2 / 5;
        return megabytesOfCase * 1_000_000 / load.recordBytes();
    }

    int warmUpRecords(LoadCase load) {
        return records(load) / WARM_UP_DIVISOR;
    }

    int consumePasses(LoadCase load) {
        double megabytesOfTopic = (records(load) + warmUpRecords(load)) * (double) load.recordBytes() / 1e6;
        return (int) Math.ceil(consumeMegabytes / megabytesOfTopic);
    }
}
