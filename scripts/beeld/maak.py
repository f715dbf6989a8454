"""Draw the images that are kept in docs/assets: the card of a shared link and the touch icon.

Run it by hand (`python scripts/beeld/maak.py`) after a change of deelkaart.html or favicon.svg.
Needs Playwright and a Chromium, as the browser tests do.
"""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ASSETS = HERE.parent.parent / "docs" / "assets"
IMAGES = (
    (HERE / "deelkaart.html", ASSETS / "deelkaart.png", (1200, 630)),
    (ASSETS / "favicon.svg", ASSETS / "apple-touch-icon.png", (180, 180)),
)


def main() -> None:
    """Draw every image."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for source, target, (width, height) in IMAGES:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(source.as_uri())
            page.evaluate("document.fonts ? document.fonts.ready.then(() => true) : true")
            page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main()
