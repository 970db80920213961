using JingJian.Web.Hosting;

namespace JingJian.Tests.Web;

/// <summary>What the console says at the start can be opened as it stands.</summary>
public sealed class AnnouncementTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("http://archive.example:80", "http://archive.example:80")]
    [InlineData("http://0.0.0.0:5080", "http://localhost:5080")]
    [InlineData("https://[::]:5081", "https://localhost:5081")]
    public void An_address_of_all_networks_is_told_as_one_that_a_browser_opens(string listened, string told) =>
        Assert.Equal(told, Announcement.Openable(listened));
}
