/**
 * The class-data archives that make programs start fast, made by the build for the JVM at hand: a static CDS archive, or an
 * AOT cache on JDK 25 and later.
 *
 * <p>{@link dev.gregor.cli.archive.ArchiveBuild} starts {@link dev.gregor.cli.archive.Training} in a JVM that notes which
 * classes it loads, then has them dumped. To train by hand: {@code mvn -pl cli -am package -DskipTests}.
 */
@NullMarked
package dev.gregor.cli.archive;

import org.jspecify.annotations.NullMarked;
