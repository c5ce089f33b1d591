package dev.signalbox.domain.report;

/// What a test is called, the same from run to run. Remote text, to be made safe when shown.
///
/// @param suite its class, or the suite where the report names no class
public record TestName(String suite, String name) {

    /// `RankingIT.keeps_order_for_ties`: without the package, which only matters to tell twins apart.
    public String brief() {
        String type = suite.substring(suite.lastIndexOf('.') + 1);
        return type.isEmpty() ? name : type + "." + name;
    }

    /// With everything that the report tells.
    public String full() {
        return suite.isEmpty() ? name : suite + "." + name;
    }
}
