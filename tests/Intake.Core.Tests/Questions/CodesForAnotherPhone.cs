using Senim.Intake.Codes;

namespace Senim.Intake.Core.Tests.Questions;

public sealed class CodesForAnotherPhone
{
    [Fact]
    public void Are_read_as_they_are_written()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = AccessCode.New();
            Assert.Matches("^[0-9]{16}$", code);
            Assert.Matches("^[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}$", AccessCode.Write(code));
            Assert.Equal(code, AccessCode.Read(AccessCode.Write(code)));
            Assert.Equal(code, AccessCode.Read($" {code[..8]}-{code[8..]}\n"));
        }
    }

    /// <summary>A child may have to tell the number of a card that somebody wants money on.</summary>
    [Theory]
    [InlineData("4400 4300 0000 0007")]
    [InlineData("5169497000000004")]
    public void Are_never_numbers_of_bank_cards(string card) => Assert.Null(AccessCode.Read(card));

    [Theory]
    [InlineData("")]
    [InlineData("1234 5678")]
    [InlineData("1111 1111 1111 1112 3")]
    [InlineData("код 1111 1111 1111 1112")]
    [InlineData("+7 701 111 11 12")]
    public void Are_the_whole_message_and_nothing_else(string text) => Assert.Null(AccessCode.Read(text));

    [Fact]
    public void Are_read_in_any_digits() => Assert.Equal("1111111111111112", AccessCode.Read("１１１１ 1111 1111 111٢"));
}
