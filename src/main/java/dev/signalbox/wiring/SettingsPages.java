package dev.signalbox.wiring;

import dev.signalbox.ui.accounts.ConnectionPages;
import dev.signalbox.ui.keys.KeyTable;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.settings.appearance.AppearancePage;
import dev.signalbox.ui.settings.configured.ConfigDesk;
import dev.signalbox.ui.settings.configured.HistoryPage;
import dev.signalbox.ui.settings.configured.NetworkPage;
import dev.signalbox.ui.settings.keyboard.KeyboardPage;
import dev.signalbox.ui.theme.Look;
import java.util.ArrayList;
import java.util.List;

/// The pages of the settings screen, in their order. Who owns a page adds it here.
final class SettingsPages {

    private final Look look;
    private final KeyTable keys;
    private final ConnectionPages connections;
    private final ConfigDesk values;
    private final List<SettingsPage> more;

    /// @param values what stands in the configuration file
    /// @param more pages whose parts are made elsewhere, in their order
    SettingsPages(
            Look look, KeyTable keys, ConnectionPages connections, ConfigDesk values, List<SettingsPage> more) {
        this.look = look;
        this.keys = keys;
        this.connections = connections;
        this.values = values;
        this.more = List.copyOf(more);
    }

    List<SettingsPage> all() {
        List<SettingsPage> pages = new ArrayList<>();
        pages.add(connections.accounts());
        pages.add(connections.clusters());
        pages.add(new AppearancePage(look).page());
        pages.add(new KeyboardPage(keys).page());
        pages.add(new NetworkPage(values).page());
        pages.add(new HistoryPage(values).page());
        pages.addAll(more);
        return List.copyOf(pages);
    }
}
