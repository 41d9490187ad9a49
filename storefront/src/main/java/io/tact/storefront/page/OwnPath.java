package io.tact.storefront.page;

/** Where a log-in may lead back to: a page of this shop, and never another host in disguise. */
final class OwnPath {
    private OwnPath() {}

    static boolean isOne(String path) {
        return path.matches("/[A-Za-z0-9._~%/?&=+-]{0,500}") && !path.contains("//");
    }
}
