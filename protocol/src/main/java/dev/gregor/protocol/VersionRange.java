package dev.gregor.protocol;

/** The versions of one API a broker serves, both ends included. */
public record VersionRange(short min, short max) {
    /** Whether this version is among them. */
    public boolean includes(int version) {
        return version >= min && version <= max;
    }
}
