package dev.gregor.cli.demo;

/** Starts the broker in an empty folder. */
final class StartBroker implements Chapter {
    @Override
    public String title() {
        return "start a broker";
    }

    @Override
    public String play(Stage stage) throws Exception {
        stage.broker().start();
        return "on " + stage.broker().bootstrap() + ", process "
                + stage.broker().pid();
    }
}
