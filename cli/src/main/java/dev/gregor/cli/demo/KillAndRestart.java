package dev.gregor.cli.demo;

/** Ends the broker with kill -9 and starts it again on what it left behind. */
final class KillAndRestart implements Chapter {
    @Override
    public String title() {
        return "kill -9, start again";
    }

    @Override
    public String play(Stage stage) throws Exception {
        long before = stage.broker().pid();
        stage.broker().kill();
        stage.broker().start();
        return "process " + before + " is gone, " + stage.broker().pid() + " answers";
    }
}
