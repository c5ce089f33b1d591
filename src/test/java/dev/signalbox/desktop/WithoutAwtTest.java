package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.tray.Tray;
import dev.signalbox.desktop.tray.TrayOwner;
import dev.signalbox.desktop.tray.TrayStanding;
import dev.signalbox.testing.ChildJvm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// AWT is a second toolkit, which only macOS and Windows need: each start waits for each class that is loaded before
/// the first picture. In a process of its own, which tells what it loads.
@Execution(ExecutionMode.CONCURRENT)
class WithoutAwtTest {

    @Test
    void whatAStartMakesOnLinuxLoadsNothingOfIt() throws Exception {
        List<String> loaded = loaded("Linux");

        assertThat(loaded).contains(AwtIcon.class.getName(), LinkEvents.class.getName())
                .noneMatch(name -> name.startsWith("java.awt."));
    }

    @Test
    void elsewhereItIsLoadedForTheFirstThatIsShown() throws Exception {
        assertThat(loaded("Windows 11")).as("or this test sees nothing")
                .anyMatch(name -> name.startsWith("java.awt."));
    }

    private static List<String> loaded(String system) throws Exception {
        try (ChildJvm child = ChildJvm.start(
                List.of("-Xlog:class+load:stdout:none", "-Djava.awt.headless=true"), Starting.class, system)) {
            ChildJvm.End end = child.end();
            assertThat(end.code()).as(end.printed()).isZero();
            return end.printed().lines()
                    .filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
        }
    }

    /// What runs in the other process: what a window makes before it is shown, and elsewhere one notification.
    static final class Starting {

        private Starting() {}

        public static void main(String... arguments) {
            AwtIcon icon = new AwtIcon(arguments[0], link -> {}, System::nanoTime);
            Notifications notifications = Notifications.of(arguments[0], Map.of(), link -> {}, icon);
            TrayOwner owner = new TrayOwner() {
                @Override
                public void opened(String link) {}

                @Override
                public void quit() {}

                @Override
                public void stands(TrayStanding standing) {}
            };
            Tray tray = Tray.of(arguments[0], Map.of(), "Signalbox", owner, Runnable::run, icon);
            System.out.println(LinkEvents.of(arguments[0]));
            if (notifications.equals(icon)) {
                System.out.println(icon.show(new Notification("web is broken", "", "")));
            }
            System.out.println(tray);
        }
    }
}
