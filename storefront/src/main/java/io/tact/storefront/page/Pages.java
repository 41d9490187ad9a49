package io.tact.storefront.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tact.storefront.basket.Bill;
import io.tact.storefront.catalogue.Item;
import java.util.List;

/** The templates and what each needs. */
@CheckedTemplate(basePath = "pages")
class Pages {
    private Pages() {}

    static native TemplateInstance home(Frame frame, List<Item> picks);

    static native TemplateInstance category(Frame frame, CategoryView category);

    static native TemplateInstance product(Frame frame, ProductView product);

    static native TemplateInstance basket(Frame frame, Bill bill, String orderId);

    static native TemplateInstance thanks(Frame frame, Bill bill, String orderId);

    static native TemplateInstance account(Frame frame);

    static native TemplateInstance myData(Frame frame);

    static native TemplateInstance privacy(Frame frame, boolean choices);

    static native TemplateInstance staff(Frame frame);

    static native TemplateInstance notice(Frame frame, String title, String text);
}
