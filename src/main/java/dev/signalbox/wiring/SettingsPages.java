package dev.signalbox.wiring;

import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.settings.appearance.AppearancePage;
import dev.signalbox.ui.theme.Look;
import java.util.ArrayList;
import java.util.List;

/// The pages of the settings screen, in their order. Who owns a page adds it here.
final class SettingsPages {

    private final Look look;

    SettingsPages(Look look) {
        this.look = look;
    }

    List<SettingsPage> all() {
        List<SettingsPage> pages = new ArrayList<>();
        pages.add(new AppearancePage(look).page());
        return List.copyOf(pages);
    }
}
