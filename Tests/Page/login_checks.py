"""The password."""

import scenarios
from console import expects


@expects("401")
def check_login(browser, server):
    """A page with a password asks for it, refuses a wrong one, lets in with the right one, and signs out"""
    server.state = scenarios.healthy()
    server.state.password = "four words of home"
    browser.open(server.address)
    browser.wait(lambda: browser.find("#login").is_displayed(), "the password is asked for")
    assert not browser.find("#content").is_displayed()
    browser.picture("login-light", whole=False)
    browser.type("#login-password", "wrong\n")
    browser.wait_text("#login-error", "That is not the password.")
    browser.find("#login-password").clear()
    browser.type("#login-password", "four words of home\n")
    browser.wait_text("#headline-title", "Your photos are safe.")
    browser.wait(lambda: browser.listed() == 30, "the photos are listed")
    assert not browser.find("#login").is_displayed()
    assert "four words" not in browser.script("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
    browser.click("#sign-out")
    browser.wait(lambda: browser.find("#login").is_displayed(), "the password is asked for again")


@expects("401", "429")
def check_too_many_tries(browser, server):
    """Who has tried too often is told to wait, and gets in later"""
    server.state.password = "secret"
    server.state.tries_left = 0
    browser.open(server.address)
    browser.wait(lambda: browser.find("#login").is_displayed(), "the password is asked for")
    browser.type("#login-password", "secret\n")
    browser.wait_text("#login-error", "Too many tries. Please wait a minute.")
    server.state.tries_left = None
    browser.type("#login-password", "secret\n")
    browser.wait_text("#headline-title", "Ready for your first photo.")


@expects("401")
def check_session_ends(browser, server):
    """A session that ends while the page is open asks for the password, and goes on after it"""
    server.state = scenarios.healthy()
    browser.open(server.address)
    browser.wait_text("#headline-title", "Your photos are safe.")
    browser.click('[data-service="librarian"] .service-open')
    server.state.password = "new"
    browser.script("document.getElementById('refresh-now').click()")
    browser.wait(lambda: browser.find("#login").is_displayed(), "the password is asked for")
    assert browser.count("dialog[open]") == 0
    browser.type("#login-password", "new\n")
    browser.wait(lambda: browser.find("#content").is_displayed(), "the page is back")
