package dev.signalbox.ui.settings.configured;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A configuration in memory that writes down what is asked of it.
final class FakeConfigDesk implements ConfigDesk {

    final Map<String, String> values = new HashMap<>(Map.of(RUNS, "400", BACKFILL, "90", LOGS, "1000"));
    final List<String> accounts = new ArrayList<>();
    final List<Map<String, String>> kept = new ArrayList<>();
    final List<String> tested = new ArrayList<>();
    String fixed = "";
    String refusal = "";

    @Override
    public String fixed() {
        return fixed;
    }

    @Override
    public List<String> accounts() {
        return accounts;
    }

    @Override
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public void keep(Map<String, String> changed, Consumer<String> failed) {
        kept.add(changed);
        if (!refusal.isEmpty()) {
            failed.accept(refusal);
        }
    }

    @Override
    public void test(String account, Map<String, String> changed, Consumer<String> told) {
        tested.add(account + " " + changed);
        told.accept("It answers.");
    }
}
