package io.tact.storefront.picture;

/** Stands in for a picture that is missing: a quiet shape, tinted by the item's id. */
final class NeutralPicture {
    private static final int WHEEL = 360;

    private NeutralPicture() {}

    static String of(String itemId) {
        int hue = Math.floorMod(itemId.hashCode(), WHEEL);
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">
        <path d="M0 0h400v400H0z" fill="hsl(%1$d 22%% 92%%)"/>
        <circle cx="200" cy="200" r="172" fill="hsl(%1$d 24%% 96%%)"/>
        <ellipse cx="200" cy="312" rx="104" ry="11" fill="hsl(%1$d 18%% 84%%)"/>
        <path d="m200 112 88 44v100l-88 48-88-48V156Z" fill="hsl(%1$d 26%% 74%%)"/>
        <path d="m200 204 88-48v100l-88 48Z" fill="hsl(%1$d 26%% 64%%)"/>
        <path d="m112 156 88 48 88-48-88-44Z" fill="hsl(%1$d 26%% 82%%)"/>
        </svg>
        """
                .formatted(hue);
    }
}
