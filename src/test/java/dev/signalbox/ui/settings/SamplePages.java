package dev.signalbox.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/// Two pages that nobody owns, and a note of what was made of them.
final class SamplePages {

    final List<String> made = new ArrayList<>();

    List<SettingsPage> all() {
        return List.of(
                new SettingsPage("looks", "Looks", "fth-sun", List.of(
                        new Setting("theme", "Theme", "Dark or light.", List.of("night", "colours"),
                                () -> box("theme")),
                        new Setting("size", "Font size", "How large text is.", List.of("zoom"), () -> field("size")))),
                new SettingsPage("network", "Network", "fth-globe", many()));
    }

    private List<Setting> many() {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(
                "proxy", "Proxy", "Requests go through it, dark or light.", List.of(), () -> field("proxy")));
        for (int i = 0; i < 12; i++) {
            String id = "more" + i;
            settings.add(new Setting(id, "More " + i, "One of many.", List.of(), () -> field(id)));
        }
        settings.add(Setting.wide(
                "certificates", "Certificates", "Trusted beside those of Java.", List.of("tls"),
                () -> field("certificates")));
        return settings;
    }

    private Region box(String id) {
        made.add(id);
        CheckBox box = new CheckBox();
        box.setId(id);
        return box;
    }

    private Region field(String id) {
        made.add(id);
        TextField field = new TextField();
        field.setId(id);
        return field;
    }
}
