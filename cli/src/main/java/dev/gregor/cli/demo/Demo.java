package dev.gregor.cli.demo;

import dev.gregor.cli.ExitCode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays the chapters in order, in a temporary folder, and leaves nothing behind, whatever happens. */
final class Demo {
    static final List<Chapter> CHAPTERS = List.of(
            new StartBroker(),
            new CreateTopic(),
            new Produce(),
            new ConsumeAsGroup(),
            new ShowFiles(),
            new KillAndRestart(),
            new ReadAgain());

    private final Source source;
    private final BrokerLaunch command;
    private final int port;
    private final boolean keep;
    private final Transcript transcript;
    private final List<Chapter> chapters;

    /**
     * @param port of the broker; 0 for a free one
     * @param keep leave the broker running at the end
     */
    Demo(Source source, BrokerLaunch command, int port, boolean keep, Transcript transcript) {
        this(source, command, port, keep, transcript, CHAPTERS);
    }

    /** With other chapters than a user sees. */
    Demo(Source source, BrokerLaunch command, int port, boolean keep, Transcript transcript, List<Chapter> chapters) {
        this.chapters = List.copyOf(chapters);
        this.source = source;
        this.command = command;
        this.port = port;
        this.keep = keep;
        this.transcript = transcript;
    }

    /** Returns the exit code: 0 when every check held. */
    int play() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("gregor-demo-");
        var broker = new DemoBroker(folder, command, port);
        var cleanup = new Thread(() -> cleanUp(broker, folder), "demo-cleanup");
        Runtime.getRuntime().addShutdownHook(cleanup);
        boolean kept = false;
        try {
            int exitCode = play(new Stage(folder, broker, source, new Ledger(), transcript));
            kept = keep && exitCode == ExitCode.DONE;
            return exitCode;
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(cleanup);
                if (!kept) {
                    cleanUp(broker, folder);
                }
            } catch (IllegalStateException interrupted) {
                // Ctrl-C: the hook is at it already.
                cleanup.join();
            }
        }
    }

    private int play(Stage stage) throws InterruptedException {
        long startedNanos = System.nanoTime();
        transcript.say("Gregor demo: every line of " + source.name() + " through a broker, and back");
        transcript.say("");
        for (var chapter : chapters) {
            transcript.begin(chapter.title());
            long chapterNanos = System.nanoTime();
            try {
                transcript.end(chapter.play(stage), System.nanoTime() - chapterNanos);
            } catch (DemoFailure failure) {
                return fail(stage, failure.findings());
            } catch (IOException | RuntimeException failure) {
                return fail(stage, List.of(failure.toString()));
            } catch (InterruptedException interrupted) {
                throw interrupted;
            } catch (Exception failure) {
                return fail(stage, List.of(failure.toString()));
            }
        }
        transcript.say("");
        transcript.say("All is well: " + Transcript.grouped(stage.ledger().lines()) + " records in, and out twice, in "
                + Transcript.seconds(System.nanoTime() - startedNanos) + ".");
        transcript.say("");
        (keep ? WhatNext.withBroker(stage) : WhatNext.withoutBroker()).forEach(transcript::say);
        return ExitCode.DONE;
    }

    private int fail(Stage stage, List<String> findings) {
        transcript.fail();
        transcript.say("");
        findings.forEach(transcript::say);
        transcript.say("");
        transcript.say("The broker's log ends with:");
        stage.broker().logTail().forEach(line -> transcript.say("  " + line));
        return ExitCode.FAILED;
    }

    private static void cleanUp(DemoBroker broker, Path folder) {
        try {
            broker.kill();
            delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            System.err.println("gregor demo: " + folder + " could not be deleted: " + left.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
