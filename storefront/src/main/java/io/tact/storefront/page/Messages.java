package io.tact.storefront.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * All that the shop says, in English; in German it stands in {@code messages/msg_de.properties}.
 */
@MessageBundle
interface Messages {
    @Message("Halden – clothing, home and outdoors")
    String shopTitle();

    @Message("Clothing, home and outdoors. Made to be kept.")
    String shopDescription();

    @Message("Skip to the content")
    String skip();

    @Message("Categories")
    String categories();

    @Message("Halden, to the front page")
    String toHome();

    @Message("Log in")
    String logIn();

    @Message("Log out")
    String logOut();

    @Message("Account")
    String account();

    @Message("Basket")
    String basket();

    @Message("Basket, {count} {#if count == 1}item{#else}items{/if}")
    String basketHolding(int count);

    @Message("Made to be kept.")
    String heroTitle();

    @Message("Wool that warms, tents that hold, rooms that rest. Chosen slowly, priced plainly.")
    String heroText();

    @Message("Look around")
    String heroAction();

    @Message("Our picks")
    String picks();

    @Message("Popular now")
    String popular();

    @Message("What many are choosing this week")
    String popularText();

    @Message("For your visit")
    String session();

    @Message("Follows what you look at, only if you allow it")
    String sessionText();

    @Message("Shop by room and occasion")
    String shopBy();

    @Message("{count} {#if count == 1}thing{#else}things{/if}")
    String things(int count);

    @Message("We are just stocking the shelves. Please look again in a moment.")
    String stocking();

    @Message("You decide what we remember.")
    String promiseTitle();

    @Message(
            "Without your consent you see what everybody sees. With it, the shop says why it shows"
                    + " what it shows – and you can take it back at any time.")
    String promiseText();

    @Message("Your choices")
    String yourChoices();

    @Message("All")
    String all();

    @Message("Kind")
    String kind();

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message("Page {page} of {pages}")
    String pageOf(int page, int pages);

    @Message("in {count} versions")
    String versions(int count);

    @Message("Pages")
    String pages();

    @Message("You are here")
    String youAreHere();

    @Message("Shop")
    String shop();

    @Message("Shown in")
    String variants();

    @Message("incl. VAT, free delivery in this demo")
    String priceNote();

    @Message("Add to basket")
    String addToBasket();

    @Message("Available, ready to send")
    String available();

    @Message("Sold out at the moment")
    String soldOut();

    @Message("30 days to change your mind")
    String returns();

    @Message("A demo shop: nothing is charged and nothing is sent")
    String demoPromise();

    @Message("Goes well with it")
    String complements();

    @Message("Bought together by others; never a guess about you")
    String complementsText();

    @Message("Similar things")
    String similar();

    @Message("Your basket")
    String yourBasket();

    @Message("Your basket is empty.")
    String basketEmpty();

    @Message("To the shop")
    String toShop();

    @Message("Quantity of {title}")
    String quantityOf(String title);

    @Message("One less")
    String oneLess();

    @Message("One more")
    String oneMore();

    @Message("Remove")
    String remove();

    @Message("Remove {title}")
    String removeItem(String title);

    @Message("Each {price}")
    String each(String price);

    @Message("Subtotal")
    String subtotal();

    @Message("Delivery")
    String delivery();

    @Message("free")
    String free();

    @Message("Total")
    String total();

    @Message("Buy now")
    String buy();

    @Message("Demo: no payment, no delivery. The order is told to profile-service.")
    String buyNote();

    @Message("Goes with your basket")
    String basketComplements();

    @Message("Thank you.")
    String thanksTitle();

    @Message("Your order is in. We stop showing you advertisements for what you bought.")
    String thanksText();

    @Message("Order number")
    String orderNumber();

    @Message("Goes with what you bought")
    String thanksComplements();

    @Message("Hello, {name}.")
    String hello(String name);

    @Message("What you allowed, what you did not, and how to change it.")
    String choicesText();

    @Message("Open my choices")
    String openChoices();

    @Message("What we know about you")
    String knownTitle();

    @Message(
            "Where it comes from, what it is used for and who read it. You can correct it, take it with you, or delete it.")
    String knownText();

    @Message("My data")
    String myData();

    @Message("See my data")
    String openMyData();

    @Message("What this shop knows about you, and what you can do about it.")
    String myDataIntro();

    @Message(
            "Your data appears here in a moment. It needs scripts; without them you can download all of it.")
    String myDataWithoutScripts();

    @Message("Download my data")
    String downloadMyData();

    @Message("Privacy")
    String privacy();

    @Message("Privacy, plainly")
    String privacyTitle();

    @Message("Nothing here happens by silence. You can see and change what you said at any time.")
    String privacyIntro();

    @Message("What is kept in your browser")
    String cookiesTitle();

    @Message(
            "All of it can be read by this shop's server only: no script and no other site sees it.")
    String cookiesText();

    @Message(
            "A random secret of the consent banner: remembers your answer and holds the limit on"
                    + " advertisements during this visit.")
    String cookieSubject();

    @Message("until you close the browser; 180 days only after you allowed something")
    String cookieSubjectLifetime();

    @Message("Proves to our services that requests come from that same browser.")
    String cookieVisitor();

    @Message("Which of your answers this browser has seen, so that a withdrawal counts at once.")
    String cookieConsentSeq();

    @Message("Item numbers and quantities in your basket.")
    String cookieBasket();

    @Message("The number and items of your last order, for the page that thanks you.")
    String cookieOrder();

    @Message("The language you chose.")
    String cookieLanguage();

    @Message("Your log-in, encrypted; only when you log in.")
    String cookieSession();

    @Message("until you close the browser")
    String untilClosed();

    @Message("8 hours after your last visit at most")
    String sessionLifetime();

    @Message("A demo shop of Tact. Nothing is sold here.")
    String footerDemo();

    @Message("Language")
    String language();

    @Message("This page does not exist.")
    String notFoundTitle();

    @Message("It may have been sold out, or the address has a slip in it.")
    String notFoundText();

    @Message("Something went wrong on our side.")
    String troubleTitle();

    @Message("It has been noted. Please try again in a moment.")
    String troubleText();

    @Message("Logging in did not work.")
    String logInFailedTitle();

    @Message("You can go on shopping without it, or try again.")
    String logInFailedText();

    @Message("Logging in is not possible right now.")
    String logInAwayTitle();

    @Message("The shop works without it. Please try again in a few minutes.")
    String logInAwayText();
}
