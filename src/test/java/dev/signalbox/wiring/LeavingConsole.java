package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import java.nio.file.Files;
import java.nio.file.Path;

/// A console with a followed log on the disk; meant to be killed.
final class LeavingConsole {

    private LeavingConsole() {}

    public static void main(String[] arguments) throws Exception {
        Folders folders = new Folders(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[0]));
        folders.make();
        Engine engine = Engine.open(Machine.here(), folders);
        Path log = Files.createDirectories(engine.passing("pods")).resolve("pod.log");
        Files.writeString(log, "line\n");
        System.out.println(log);
        System.in.read();
    }
}
