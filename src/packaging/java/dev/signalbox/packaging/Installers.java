package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/// Makes what is wanted, step by step, below `target/installer`; what is to be given to people ends up in its `out`.
///
/// @param project the folder of `pom.xml`
/// @param time of the build, the same for all files
/// @param level how hard packages are compressed, 1 for quick tries to 9
/// @param training what fills the cache of classes
/// @param kinds what is wanted beside the image: `tar`, `deb`, `rpm`; `empty` for an image of an empty window, packaged the
///              same way, to measure against
record Installers(Path project, Platform platform, String version, String mainJar, Instant time, int level,
        Training training, List<String> kinds) {

    private static final long MEGA = 1_000_000;
    private static final long IMAGE_MEGABYTES = 220;
    private static final long INSTALLER_MEGABYTES = 60;

    /// @param arguments folder of the project, version, name of the program's jar, time of the build, level, training, kinds
    ///                  with commas between
    public static void main(String... arguments) throws IOException, InterruptedException {
        Installers wanted = new Installers(
                Path.of(arguments[0]),
                Platform.of(System.getProperty("os.name")),
                arguments[1],
                arguments[2],
                Instant.parse(arguments[3]),
                Integer.parseInt(arguments[4]),
                Training.of(arguments[5], Platform.of(System.getProperty("os.name"))),
                List.of(arguments[6].split(",")));
        wanted.make();
    }

    private void make() throws IOException, InterruptedException {
        Path target = project.resolve("target/installer");
        String path = java.util.Objects.requireNonNullElse(System.getenv("PATH"), "");
        if (training == Training.START && Programs.find("Xvfb", path).isEmpty()) {
            throw new IOException(
                    "Training the cache by a start needs Xvfb and GTK 3; -Dinstaller.training=story does not");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(
                () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        Path packaging = project.resolve("packaging");
        Path jars = target.resolve("jars");
        Path svg = project.resolve("icons/signalbox.svg");
        for (String made : List.of("runtime", "image", "empty", "training", "trial", "linux", "out", "log")) {
            Tree.delete(target.resolve(made));
        }
        Programs programs = new Programs(target.resolve("log"));
        Path bom = project.resolve("target/bom.json");
        List<Path> libraries = new Libraries(jars, bom).settle();
        ThirdParty thirdParty = ThirdParty.collect(bom, libraries)
                .withFonts(project.resolve("src/main/resources/dev/signalbox/ui/fonts"));
        thirdParty.writeJar(jars.resolve("third-party.jar"), time.toEpochMilli());
        Files.copy(project.resolve("target").resolve(mainJar), jars.resolve(mainJar),
                StandardCopyOption.REPLACE_EXISTING);

        for (NativeJar trimmed : NativeJar.all(platform, System.getProperty("os.arch"))) {
            for (Path jar : libraries.stream().filter(trimmed::is).toList()) {
                trimmed.trim(jar);
            }
        }

        Path javafx = project.resolve("target/javafx");
        Modules modules = Modules.read(packaging.resolve("common/modules.txt"), platform);
        Path runtime = target.resolve("runtime");
        new RuntimeImage(programs, platform, modules, javafx, runtime, path).make();
        modules.refuseIfMissing(Modules.neededBy(Tree.list(jars, ".jar"), javafx), Modules.heldBy(runtime));
        say("runtime", runtime);

        Path scratch = target.resolve("training");
        Path icon = Icon.read(svg).writeTo(target.resolve("icon"), platform);
        JvmOptions options = JvmOptions.read(packaging.resolve("common/jvm.options")).on(platform);
        AppImage image = AppImage.make(
                programs, platform, target.resolve("image"), jars, Program.console(mainJar, training, scratch),
                runtime, icon, options, version);
        trainAt(image, scratch);
        boolean links = image.tryOut(target.resolve("trial")).contains("signalbox://");
        say("image", image.folder());
        warnIfLarger(image.folder(), IMAGE_MEGABYTES);

        if (kinds.contains("empty")) {
            Path folder = target.resolve("empty/jars");
            Path only = EmptyJar.write(project.resolve("target/test-classes"), folder, time);
            AppImage empty = AppImage.make(
                    programs, platform, target.resolve("empty/image"), folder,
                    Program.emptyWindow(only.getFileName().toString(), training), runtime, icon, options, version);
            trainAt(empty, target.resolve("empty/training"));
        }

        Path out = Files.createDirectories(target.resolve("out"));
        new Packages(programs, platform, packaging, svg, version, time, level, out)
                .make(kinds, image, thirdParty.text(), links, target);
        for (Path file : Tree.list(out, "")) {
            say(file.getFileName().toString(), file);
            warnIfLarger(file, INSTALLER_MEGABYTES);
        }
    }

    /// The cache knows its jars by their times, so these are set before; and after, for the packages.
    private void trainAt(AppImage image, Path scratch) throws IOException, InterruptedException {
        Tree.setTimes(image.folder(), time);
        image.train(scratch);
        Tree.setTimes(image.folder(), time);
    }

    /// A promise that is not kept is told, and people still get what was made.
    private static void warnIfLarger(Path made, long megabytes) throws IOException {
        if (Tree.size(made) >= megabytes * MEGA) {
            System.out.println("limit broken: " + made.getFileName() + " is to stay under " + megabytes + " MB");
        }
    }

    private static void say(String what, Path file) throws IOException {
        System.out.printf("%-10s %5.1f MB%n", what, Tree.size(file) / (double) MEGA);
    }
}
