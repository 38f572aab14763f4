"""Choices that are random and yet the same on every machine, and what they choose from."""

import datetime
import random

SURNAMES = """Абрамов Баранов Белов Беляев Богданов Борисов Власов Волков Воробьев Гаврилов Герасимов Голубев Громов
Гусев Давыдов Данилов Денисов Егоров Ершов Ефимов Жуков Зайцев Захаров Иванов Ильин Казаков Калинин Киселев Климов
Комаров Коновалов Королев Крылов Кудрявцев Кузьмин Лазарев Лебедев Логинов Макаров Максимов Медведев Миронов Никитин
Новиков Орлов Осипов Панов Петров Поляков Пономарев Романов Савельев Сидоров Симонов Соболев Степанов Тарасов Тихонов
Федоров Филатов Фомин Фролов Чернов Широков Щербаков Яковлев""".split()
BOYS = """Александр Алексей Андрей Артём Виктор Глеб Данил Дмитрий Егор Захар Иван Кирилл Лев Матвей Михаил Никита Павел
Пётр Роман Семён Степан Тимофей""".split()
GIRLS = """Алина Анна Варвара Валентина Вера Галина Дарья Елена Зоя Ирина Ксения Людмила Маргарита Мария Надежда Наталья
Нина Ольга Полина Софья Татьяна Юлия""".split()
FATHERS = """Александров Алексеев Андреев Викторов Дмитриев Иванов Михайлов Николаев Павлов Романов Сергеев
Степанов""".split()
STREETS = """пр. Ленина|ул. Весенняя|ул. Красная|пр. Октябрьский|ул. Ноградская|ул. Волгоградская|пр. Химиков
ул. Марковцева|ул. Терешковой|ул. Сибиряков-Гвардейцев|ул. Тухачевского|ул. Инициативная|ул. Рекордная|ул. Нахимова
ул. Рутгерса|ул. Попова|ул. Стахановская|ул. Белозерная|ул. Базовая|ул. Радищева|ул. Дегтярева|ул. Ушакова
ул. Халтурина|ул. Городецкая|ул. 40 лет Октября""".replace("\n", "|").split("|")
DISTRICTS = ["Центральный район", "Ленинский район", "Заводский район", "Рудничный район", "Кировский район",
             "ж.р. Кедровка, Промышленновский", "ж.р. Ягуновский, Пионер", "ж.р. Лесная Поляна"]



class Source:
    """Random choices that are the same on every machine."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def pick(self, values):
        return values[self.below(len(values))]

    def chance(self, percent):
        return self.below(100) < percent

    def sample(self, values, n):
        values = list(values)
        return [values.pop(self.below(len(values))) for _ in range(n)]

    def child(self, surname):
        return f"{surname} {self.pick(BOYS)}" if self.chance(50) else f"{surname}а {self.pick(GIRLS)}"

    def adult(self, surname=None):
        surname, father = surname or self.pick(SURNAMES), self.pick(FATHERS)
        if self.chance(35):
            return f"{surname} {self.pick(BOYS)} {father}ич"
        return f"{surname}а {self.pick(GIRLS)} {father}на"

    def address(self):
        return f"{self.pick(STREETS)}, {1 + self.below(120)}"

    def day(self, first, last):
        return first + datetime.timedelta(days=self.below((last - first).days + 1))

    def instants(self, first, last, n):
        """Ordered moments, all within the days given, between 8 and 20 o'clock."""
        moments = sorted((self.day(first, last), 8 + self.below(12), self.below(60), self.below(60)) for _ in range(n))
        return [f"{day}T{h:02}:{m:02}:{s:02}+07:00" for day, h, m, s in moments]
