package dev.signalbox.provider.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/// The bare copy of a repository on this machine. It is only a cache: in doubt it is thrown away and made anew.
final class BareCopy {

    /// Each fetch leaves a pack; nobody else tidies up here.
    private static final int MOST_PACKS = 40;

    /// Larger objects are never held in memory as a whole.
    private static final long LARGE = 8L << 20;

    private final Path folder;

    BareCopy(Path folder) {
        this.folder = folder;
    }

    /// Opens it, or makes it. Close what is returned.
    Repository open() throws IOException {
        QuietSystem.use();
        if (packs() > MOST_PACKS) {
            throwAway();
        }
        Repository repository = new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).setMustExist(false)
                .build();
        boolean good = false;
        try {
            if (!Files.exists(folder.resolve("HEAD"))) {
                Files.createDirectories(folder);
                repository.create(true);
            }
            settle(repository.getConfig());
            good = true;
            return repository;
        } finally {
            if (!good) {
                repository.close();
            }
        }
    }

    /// The only settings that hold; what a server sends never becomes one.
    private static void settle(StoredConfig config) {
        config.setBoolean("http", null, "followRedirects", false);
        config.setBoolean("http", null, "sslVerify", true);
        config.setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
        // Or JGit locks a file here on a thread of its own after each fetch, only to find out that it has nothing to do.
        config.setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTODETACH, false);
        config.setLong(ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_STREAM_FILE_THRESHOLD,
                LARGE);
    }

    /// Removes it all.
    void throwAway() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private long packs() throws IOException {
        Path packs = folder.resolve("objects").resolve("pack");
        if (!Files.isDirectory(packs)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(packs)) {
            return files.filter(f -> f.toString().endsWith(".pack")).count();
        }
    }
}
