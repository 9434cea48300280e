package dev.gregor.cli.demo;

/** One step of the demo. */
interface Chapter {
    /** What it does, in at most {@link Transcript#TITLE_WIDTH} letters. */
    String title();

    /**
     * Does it.
     *
     * @return what came of it, in at most {@link Transcript#DETAIL_WIDTH} letters
     * @throws DemoFailure when the broker did not do what it should; any other exception fails the demo too
     */
    String play(Stage stage) throws Exception;
}
