package dev.gregor.cli.completion;

import dev.gregor.cli.context.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The names of one cluster as files of a folder, {@code $XDG_CACHE_HOME/gregor/names/KEY}: one file a kind, one name a line,
 * sorted by bytes. The scripts read them and keep the time they last asked for a refresh beside them, in {@code asked}. Each
 * file is replaced as a whole, so that a reader sees the old names or the new ones.
 */
public final class NameCache {
    /** Names older than this are refreshed when someone asks for them, who still gets the old ones. */
    public static final int FRESH_SECONDS = 20;

    private final Path folder;

    NameCache(Path folder) {
        this.folder = folder;
    }

    /**
     * The cache under this key, which a script has made from the cluster's context or address.
     *
     * @throws IllegalArgumentException when the key is no plain name of a folder
     */
    public static NameCache of(String key, Map<String, String> environment) {
        boolean plain = !key.isEmpty();
        for (int i = 0; i < key.length(); i++) {
            char letter = key.charAt(i);
            plain &= letter < 128 && (Character.isLetterOrDigit(letter) || "._,-".indexOf(letter) >= 0);
        }
        if (!plain || key.startsWith(".")) {
            throw new IllegalArgumentException("'" + key + "' is no key of the name cache");
        }
        var root = PrivateFile.folder(environment, "XDG_CACHE_HOME", ".cache");
        return new NameCache(root.resolve("names").resolve(key));
    }

    /** Replaces the names of a kind. Names with a line break or another control character in them are left out. */
    public void write(NameKind kind, List<String> names) throws IOException {
        var lines = new ArrayList<String>();
        for (var name : names) {
            if (!name.isEmpty() && name.chars().noneMatch(Character::isISOControl)) {
                lines.add(name);
            }
        }
        // The order of UTF-8's bytes is the order of code points; that of Java's strings differs past the BMP alone.
        lines.sort(null);
        Files.createDirectories(folder);
        var next = Files.createTempFile(folder, kind.file(), ".next");
        try {
            Files.write(next, lines, StandardCharsets.UTF_8);
            Files.move(next, folder.resolve(kind.file()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
