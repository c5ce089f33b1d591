package dev.signalbox.ui.accounts;

import dev.signalbox.ui.accounts.ConnectionDesk.AccountLine;
import dev.signalbox.ui.accounts.ConnectionDesk.ClusterLine;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Texts;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The pages “Accounts” and “Clusters”. Each connection is a setting of its own, so that the search finds it.
public final class ConnectionPages {

    private final ConnectionDesk desk;
    private final InstantSource clock;
    private final ZoneId zone;

    public ConnectionPages(ConnectionDesk desk, InstantSource clock, ZoneId zone) {
        this.desk = desk;
        this.clock = clock;
        this.zone = zone;
    }

    /// The accounts at CI providers.
    public SettingsPage accounts() {
        List<Setting> settings = new ArrayList<>();
        List<AccountLine> all = desk.accounts();
        for (int i = 0; i < all.size(); i++) {
            AccountLine account = all.get(i);
            String id = "account-" + i;
            settings.add(Setting.wide(
                    id, ConnectionWords.safe(account.id().name()), ConnectionWords.of(account),
                    List.of("account", "token", "permissions", "expires", ConnectionWords.kind(account.kind())),
                    () -> new AccountView(desk, account, id, clock, zone)));
        }
        settings.add(last(
                "account-add", "One more account", all.isEmpty() ? "No account is connected." : "",
                List.of("github", "gitlab", "sign in", "connect", "add"), "Add an account", desk.addAccount()));
        return new SettingsPage("accounts", "Accounts", "fth-users", settings);
    }

    /// The clusters.
    public SettingsPage clusters() {
        List<Setting> settings = new ArrayList<>();
        List<ClusterLine> all = desk.clusters();
        for (int i = 0; i < all.size(); i++) {
            ClusterLine cluster = all.get(i);
            String id = "cluster-" + i;
            settings.add(Setting.wide(
                    id, ConnectionWords.safe(cluster.id().name()), ConnectionWords.of(cluster),
                    List.of("kubernetes", "production", "read-only", "context"),
                    () -> new ClusterView(desk, cluster, id)));
        }
        settings.add(last(
                "cluster-add", "One more cluster", all.isEmpty() ? "No cluster is connected." : "",
                List.of("kubernetes", "kubeconfig", "context", "connect", "add"), "Add a cluster",
                desk.addCluster()));
        return new SettingsPage("clusters", "Clusters", "fth-server", settings);
    }

    /// Where one more is connected, or why none can be here.
    private Setting last(
            String id, String title, String none, List<String> words, String button, Optional<Runnable> press) {
        String fixed = desk.fixed();
        boolean leads = fixed.isEmpty() && press.isPresent();
        String why = fixed.isEmpty() ? desk.addByHand() : fixed;
        return new Setting(
                id, title, (none + " " + (leads ? "Several may be connected at once." : why)).strip(), words,
                () -> leads ? Buttons.of(id + "-button", button, press.orElseThrow()) : nothing(id, why));
    }

    /// Takes the keyboard all the same, so that those who do not see hear why there is nothing to press.
    private static Region nothing(String id, String why) {
        Label words = Texts.sub("Not from here");
        words.setId(id + "-none");
        words.setFocusTraversable(true);
        words.setAccessibleText(why);
        return words;
    }
}
