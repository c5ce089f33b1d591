package dev.signalbox.wiring;

import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A console as others see it, in a process of its own: it has its folder, hears who rings, and waits to be killed.
final class OpenConsole {

    private OpenConsole() {}

    /// @param arguments the folder, and who has it
    public static void main(String[] arguments) throws Exception {
        Folders folders = Folders.below(Path.of(arguments[0]));
        folders.make();
        FolderLock lock = FolderLock.take(folders.data(), arguments[1]).orElseThrow();
        Door door = arguments.length > 2
                ? Door.closed("")
                : new Door(Machine.here(), folders, "");
        door.answer(link -> System.out.println("heard " + link));
        System.out.println("open");
        new CountDownLatch(1).await();
        door.close();
        lock.close();
    }
}
