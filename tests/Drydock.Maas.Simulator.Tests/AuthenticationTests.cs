using System.Text;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>A key for a name and a password, as MAAS 3.4.10 and 3.7.3 give it out.</summary>
public sealed class AuthenticationTests
{
    private readonly SimulatorCore _core = MaasSimulator.CreateCore(new());

    [Fact]
    public void Without_a_name_for_it_the_key_is_the_users_oldest()
    {
        var answer = Post("username=admin&password=admin");

        var admin = _core.State.Users.Find(user => user.Username == "admin")!;
        Assert.Equal((200, ApiResponse.BareJsonType), (answer.Status, answer.ContentType));
        Assert.Equal(admin.Tokens[0].Secret, (string?)OneMachine.Json(answer)["token_secret"]);
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("")]
    public void A_key_is_made_once_for_each_name(string name)
    {
        var first = OneMachine.Json(Post($"username=admin&password=admin&consumer={name}"));
        var second = OneMachine.Json(Post($"username=admin&password=admin&consumer={name}"));

        Assert.Equal(name, (string?)first["name"]);
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(2, _core.State.Users.Find(user => user.Username == "admin")!.Tokens.Count);
    }

    [Theory]
    [InlineData("username=admin&password=wrong")]
    [InlineData("username=admin")]
    [InlineData("username=nobody&password=x")]
    [InlineData("username=MAAS&password=")]
    public void Everybody_else_is_refused_without_a_word(string form)
    {
        var answer = Post(form);

        Assert.Equal((403, "", ApiResponse.HtmlType), (answer.Status, answer.BodyText, answer.ContentType));
    }

    [Fact]
    public void A_key_is_given_for_the_password_a_user_was_made_with()
    {
        _core.HandleAs(_core.State.Users.First(user => user.IsSuperuser), new("POST", "/MAAS/api/2.0/users/")
        {
            ContentType = "application/x-www-form-urlencoded",
            Body = Encoding.UTF8.GetBytes("username=eve&email=eve@example.com&password=secret&is_superuser=0"),
        });

        Assert.Equal(200, Post("username=eve&password=secret").Status);
    }

    [Fact]
    public void The_page_is_only_posted_to()
    {
        var answer = _core.Handle(new("GET", "/MAAS/accounts/authenticate/"));

        Assert.Equal((405, "POST"), (answer.Status, answer.Headers["Allow"]));
    }

    private ApiResponse Post(string form) => _core.Handle(new("POST", "/MAAS/accounts/authenticate/")
    {
        ContentType = "application/x-www-form-urlencoded",
        Body = Encoding.UTF8.GetBytes(form),
    });
}
