package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.util.List;

/// A comparison of two commits on the wire, oldest commit first.
record ComparisonJson(List<CommitJson> commits, List<String> files) {

    static ComparisonJson of(JsonFields comparison) {
        return new ComparisonJson(
                comparison.objects("commits").stream().map(CommitJson::of).toList(),
                comparison.objects("diffs").stream()
                        .<String>mapMulti((file, out) -> {
                            String name = file.text("new_path");
                            if (name != null) {
                                out.accept(name);
                            }
                        })
                        .toList());
    }
}
