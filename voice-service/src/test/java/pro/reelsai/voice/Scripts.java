package pro.reelsai.voice;

/** Scripts that the tests speak. */
final class Scripts {
    static final String AD = "Still drinking burnt coffee on the road? Same here, until last month. "
            + "Meet Brew Buddy, the pocket grinder that fits in your bag. "
            + "It grinds fresh beans in forty seconds, runs on a single charge for a week, and rinses clean under the tap. "
            + "Perfect for campers, commuters, and anyone who takes mornings seriously. "
            + "Try it today, and taste the difference.";

    static final String NASTY = "\"Quoted\" {\\b1}braces{\\b0} and %{metadata} \\Nnew line, C:\\temp\\x \\\" "
            + "(quit) (system \"touch /tmp/reelsai-was-here\") `touch /tmp/reelsai-was-here` $(reboot) 🎉🎉 — "
            + "it's 50% off: $19.99, not €1,299! #MorningCoffee & friends @ https://brew-buddy.com/shop?x=1 \u0007 ; rm -rf / #. "
            + "'(1 2 3) ,(exit) #.(system) 24/7 **bold** _it_ naïve café";

    private Scripts() {}
}
