package dev.gregor.cli.demo;

import java.util.List;

/** The demo found something wrong with the broker; each line says one thing that differs. */
final class DemoFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> findings;

    DemoFailure(List<String> findings) {
        super(String.join("; ", findings));
        this.findings = List.copyOf(findings);
    }

    DemoFailure(String finding) {
        this(List.of(finding));
    }

    List<String> findings() {
        return findings;
    }
}
