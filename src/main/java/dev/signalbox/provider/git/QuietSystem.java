package dev.signalbox.provider.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Hides this machine's Git configuration from JGit. Otherwise a line of it could send requests elsewhere
/// (`url.….insteadOf`), turn off the check of certificates (`http.sslVerify`) or follow redirects; and JGit would start
/// the `git` program that it finds on the `PATH` to ask where the system's configuration lies.
final class QuietSystem extends SystemReader.Delegate {

    private QuietSystem(SystemReader machine) {
        super(machine);
    }

    /// JGit asks one reader in the whole process, and has no other way to be given one.
    static void use() {
        if (!(SystemReader.getInstance() instanceof QuietSystem)) {
            SystemReader.setInstance(new QuietSystem(SystemReader.getInstance()));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.startsWith("XDG_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS system) {
        return new Nothing(parent, system);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS system) {
        return new Nothing(parent, system);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS system) {
        return new Nothing(parent, system);
    }

    /// A configuration that has nothing, and keeps nothing.
    private static final class Nothing extends FileBasedConfig {

        Nothing(@Nullable Config parent, FS system) {
            super(parent, null, system);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
