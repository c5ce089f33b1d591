package dev.signalbox.provider.oauth;

import dev.signalbox.provider.http.ApiUrl;

/// Where one provider has its device flow.
///
/// @param product what the provider is called in sentences
/// @param codes where a sign-in begins
/// @param tokens where its answer is fetched
/// @param scope what the token should be allowed, as the provider writes it; of no effect where the application decides
public record DeviceFlowPlace(String product, ApiUrl codes, ApiUrl tokens, String scope) {}
