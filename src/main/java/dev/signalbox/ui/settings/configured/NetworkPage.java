package dev.signalbox.ui.settings.configured;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the servers of the accounts are reached: proxies, and certificates of one's own company.
public final class NetworkPage {

    private static final double WIDTH = 300;

    private final ConfigDesk desk;
    private final ConfigForm form;

    public NetworkPage(ConfigDesk desk) {
        this.desk = desk;
        form = new ConfigForm("network", desk);
    }

    public SettingsPage page() {
        List<Setting> settings = new ArrayList<>();
        List<String> accounts = desk.accounts();
        for (int i = 0; i < accounts.size(); i++) {
            String account = accounts.get(i);
            String name = SafeText.line(account, 60);
            String id = "network-" + i;
            settings.add(new Setting(
                    "proxy-" + i, "Proxy of " + name,
                    "Address of an HTTP proxy; empty for none. Hosts that NO_PROXY names are asked directly.",
                    List.of("http", "no_proxy", "company"),
                    () -> form.field(
                            id + "-proxy", ConfigDesk.proxy(account), "Proxy of " + name,
                            "http://proxy.example.com:3128", "", WIDTH)));
            settings.add(new Setting(
                    "authority-" + i, "Certificates for " + name,
                    "File (PEM) of certificates that are trusted beside those that come with Java; empty for none.",
                    List.of("ca", "tls", "authority", "pem", "self-signed"),
                    () -> form.field(
                            id + "-authority", ConfigDesk.authority(account), "Certificates for " + name,
                            "/etc/ssl/company.pem", "", WIDTH)));
            settings.add(new Setting(
                    "test-" + i, "Try " + name, "Asks the server once, as it is set here, and sends no token.",
                    List.of("test", "connection", "reach"), () -> test(id, account, name)));
        }
        settings.add(form.keep());
        return new SettingsPage("network", "Network", "fth-globe", settings);
    }

    private Region test(String id, String account, String name) {
        Label told = Texts.wrapped("", "sb-sub");
        told.setId(id + "-told");
        told.setMaxWidth(WIDTH);
        Button test = Buttons.of(id + "-test", "Test connection", () -> {
            told.setText("Asking…");
            desk.test(account, form.changed(), words -> told.setText(words));
        });
        test.setAccessibleText("Test connection to " + name);
        told.managedProperty().bind(told.textProperty().isNotEmpty());
        VBox both = new VBox(6, test, told);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }
}
