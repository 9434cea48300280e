package dev.gregor.cli.log;

/**
 * What a broker makes of damage when it starts, Apache Kafka's as Gregor's. After a clean stop it trusts the files; else it goes
 * through the segments from the recovery point on, cuts at the first bad batch and builds the indexes anew.
 *
 * @param clean         whether the directory was closed by a clean stop
 * @param recoveryPoint what lies below is known to be on the disk
 */
record AtStart(boolean clean, long recoveryPoint) {
    private static final String TRUSTED = "A broker trusts the file after the clean stop; whoever reads there fails.";

    /** @param endOfSegment the base offset of the next segment, which says whether this one is gone through */
    private boolean goesThrough(long endOfSegment) {
        return !clean && endOfSegment > recoveryPoint;
    }

    String badBatch(long offset, long bytesFromThere, long endOfSegment) {
        if (goesThrough(endOfSegment)) {
            return "A broker cuts the log at offset " + offset + ": " + bytesFromThere
                    + " bytes of this file, and all later segments, are lost.";
        }
        return clean
                ? TRUSTED
                : "A broker goes through the log from offset " + recoveryPoint
                        + " on and does not look here; whoever reads there fails.";
    }

    String badIndex(long endOfSegment) {
        return goesThrough(endOfSegment)
                ? "A broker builds it anew."
                : "A broker uses it as it is, and reads may miss records; without the file it builds a new one.";
    }

    static String missingIndex() {
        return "A broker builds it anew.";
    }

    static String unnoticed() {
        return "A broker does not notice; whoever reads there fails, or misses records.";
    }

    static String badSnapshot() {
        return "A broker deletes it and reads producers from the log since the snapshot before.";
    }

    static String wrongSnapshot() {
        return "A broker trusts it: a producer's batch may be taken twice or refused.";
    }

    static String badEpochs() {
        return "A broker puts the partition's directory out of use; without the file it reads the epochs from the log.";
    }

    static String wrongEpochs() {
        return "A broker trusts it: followers may be cut at a wrong offset.";
    }
}
