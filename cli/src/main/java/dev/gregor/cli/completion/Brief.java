package dev.gregor.cli.completion;

/** A description cut down to what fits beside a candidate. */
final class Brief {
    private static final int LONGEST = 60;
    private static final String[] ENDS = {". ", "; ", ": ", " (default", "${", "\n"};

    private Brief() {}

    static String of(String description) {
        var brief = description;
        for (var end : ENDS) {
            int at = brief.indexOf(end);
            brief = at < 0 ? brief : brief.substring(0, at);
        }
        brief = brief.strip();
        if (brief.endsWith(".")) {
            brief = brief.substring(0, brief.length() - 1);
        }
        if (brief.length() <= LONGEST) {
            return brief;
        }
        int space = brief.lastIndexOf(' ', LONGEST);
        return brief.substring(0, space < 0 ? LONGEST : space) + "…";
    }
}
